import { Button } from '@fluentui/react-components';
import { Timeline } from '../parts/Timeline.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useSaidForm } from '../parts/useOneForm.ts';
import { CoverForm } from './CoverForm.tsx';
import { EndForm } from './EndForm.tsx';
import { GrantForm } from './GrantForm.tsx';
import { LeaveForm } from './LeaveForm.tsx';
import { RenameForm } from './RenameForm.tsx';
import { Roles } from './Roles.tsx';
import type { Step } from './step.ts';
import css from '../parts/record.module.css';

interface Props {
  readonly person: string;
  /** What has just been done, such as adding them. */
  readonly said?: string | undefined;
  readonly close: () => void;
}

/** One person: roles now, to come and past, what can be done about them, and who changed what. */
export function Person({ person, said: before = '', close }: Props) {
  const { open, said, start, ends, atButtons } = useSaidForm<Step>(before);
  const { answer: page, refusal, again } = useAnswer('people.page', { person }, { live: true });
  return (
    <>
      <p>
        <Button onClick={close}>Back to people</Button>
      </p>
      {refusal && <Problem refusal={refusal} again={again} />}
      {page && (
        <>
          <h2>
            {page.name}
            {page.left && ' – has left'}
          </h2>
          <div className={css['step']}>
            <Said text={said} />
            {open?.do === 'grant' && <GrantForm page={page} {...ends} />}
            {open?.do === 'rename' && <RenameForm page={page} {...ends} />}
            {open?.do === 'leave' && <LeaveForm page={page} {...ends} />}
            {open?.do === 'end' && <EndForm page={page} role={open.role} {...ends} />}
            {open?.do === 'cover' && <CoverForm page={page} role={open.role} {...ends} />}
            {!open && (
              <div className={css['buttons']} {...atButtons}>
                <Button appearance="primary" onClick={() => start({ do: 'grant' })}>
                  Give a role
                </Button>
                <Button onClick={() => start({ do: 'rename' })}>Change the name</Button>
                {!page.left && <Button onClick={() => start({ do: 'leave' })}>They leave</Button>}
              </div>
            )}
          </div>
          <Roles page={page} start={start} />
          <Timeline items={page.history} />
        </>
      )}
      {!page && !refusal && (
        <Loading what="the person">
          <Block height={32} />
          <Block height={40} />
          <Block height={160} />
        </Loading>
      )}
    </>
  );
}
