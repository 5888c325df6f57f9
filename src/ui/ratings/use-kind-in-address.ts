import { useHashLocation } from 'wouter/use-hash-location';
import type { Judgement } from '../../state/log/judgement';

type Kind = Judgement['kind'];

/** What the list of one answer is called in an address: "#/my-ratings?only=like". */
const KINDS: readonly Kind[] = ['like', 'so-so', 'dislike', 'unseen'];

/** The one answer whose films are shown, which stands in the address; null for all. */
export function useKindInAddress(): [kind: Kind | null, choose: (kind: Kind | null) => void] {
  const [address] = useHashLocation();
  const [path, query] = address.split('?');
  const named = new URLSearchParams(query).get('only');
  const choose = (kind: Kind | null) => {
    // The same screen: what the history knows of its entry stays.
    history.replaceState(history.state, '', `#${path}${kind ? `?only=${kind}` : ''}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  };
  return [KINDS.find((kind) => kind === named) ?? null, choose];
}
