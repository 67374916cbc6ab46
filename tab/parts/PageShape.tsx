import { Block, Loading } from './Loading.tsx';

/** Stands where a page will be. */
export function PageShape() {
  return (
    <Loading what="the page">
      <Block height={32} />
      <Block height={72} />
      <Block height={72} />
    </Loading>
  );
}
