import { Component, type ReactNode } from 'react';
import * as words from '../../words/en/frame/rescue';
import { RescueView } from './RescueView';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** Whether what was done outlives the page. */
  kept: boolean;
}

/** Shows what can be done where a screen breaks or cannot be loaded, instead of a white page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
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
      <RescueView
        title={words.screenBroken}
        message={this.props.kept ? words.screenBrokenKept : words.screenBrokenNotKept}
        details={error instanceof Error ? (error.stack ?? String(error)) : String(error)}
        actions={[{ label: words.reloadPage, onClick: () => window.location.reload() }]}
      />
    );
  }
}
