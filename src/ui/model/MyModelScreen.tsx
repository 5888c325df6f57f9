export function MyModelScreen() {
  return null;
}
