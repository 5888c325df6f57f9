import { Link } from 'wouter';

/** The line below every screen: where the films come from, and that nothing leaves the device. */
export function Foot() {
  return (
    <footer className="app-foot">
      Films and ratings: MovieLens and TMDB. Everything you do stays on this device.{' '}
      <Link href="/about" className="quiet-link">
        About
      </Link>
    </footer>
  );
}
