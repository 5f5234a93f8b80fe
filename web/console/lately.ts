// The kinds of matter recorded lately on this device: a convenience of this browser, told to nobody.
const kKept = 'shaoyin.lately';
const kMost = 4;

export function lately(): string[] {
  return (localStorage.getItem(kKept) ?? '').split(' ').filter((kind) => kind !== '');
}
export function noteKind(kind: string): void {
  localStorage.setItem(kKept, [kind, ...lately().filter((one) => one !== kind)].slice(0, kMost).join(' '));
}
