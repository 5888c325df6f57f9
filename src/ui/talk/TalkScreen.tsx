export function TalkScreen() {
  return null;
}
