import { unzlibSync } from 'fflate';

/**
 * As in fetch-part.ts, where every part stands in the page itself: the page's policy lets it ask for nothing at all, not
 * even for its own data URLs (Content Security Policy, `connect-src`).
 * @param url a data URL in base64 (RFC 2397); what is of type application/zlib is inflated (RFC 1950)
 */
export async function fetchPart(url: string): Promise<Response> {
  const binary = atob(url.slice(url.indexOf(',') + 1));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return new Response(url.startsWith('data:application/zlib;') ? unzlibSync(bytes) : bytes);
}
