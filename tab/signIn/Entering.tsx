import { Frame } from '../parts/Frame.tsx';
import { PageShape } from '../parts/PageShape.tsx';

/** The frame of the app while someone is being signed in: what comes next takes its place without a jump. */
export function Entering() {
  return (
    <Frame places={[]} notes={{}} who={null}>
      <PageShape />
    </Frame>
  );
}
