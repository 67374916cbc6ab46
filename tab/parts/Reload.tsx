import { Component, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import css from './page.module.css';

interface Props {
  readonly children: ReactNode;
}

/**
 * Catches a page that could not be loaded or drawn, as after a new version was installed. React offers this to
 * classes only.
 */
export class Reload extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert" className={css['problem']}>
        <p>This page could not be shown. It may have been updated since you opened it.</p>
        <Button onClick={() => location.reload()}>Load it again</Button>
      </div>
    );
  }
}
