/** What the file of a pack is called: a name that any device takes for a file. @param name what the pack calls itself */
export function packFileName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
  return `${plain || 'films'}.wlpk`;
}
