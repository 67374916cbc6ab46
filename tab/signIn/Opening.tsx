import { Block, Loading } from '../parts/Loading.tsx';
import css from './signIn.module.css';

/** The page before anything is known about who opens it. */
export function Opening() {
  return (
    <main className={css['plain']}>
      <Loading what="Common Ground">
        <Block height={32} />
        <Block height={64} />
        <Block height={120} />
      </Loading>
    </main>
  );
}
