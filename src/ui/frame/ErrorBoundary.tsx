import { Component, type ReactNode } from 'react';
import { ErrorView } from '../common/StateViews';

/** Shows what can be done where a screen breaks or cannot be loaded, instead of a white page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  /** Another screen may well work. */
  private readonly reset = () => this.setState({ error: null });

  override componentDidMount() {
    window.addEventListener('hashchange', this.reset);
  }

  override componentWillUnmount() {
    window.removeEventListener('hashchange', this.reset);
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <ErrorView
        title="This screen does not open"
        message="Your ratings are where they were. Load the page anew; the other screens may work meanwhile."
        details={String(error)}
        actions={[{ label: 'Reload the page', onClick: () => window.location.reload() }]}
      />
    );
  }
}
