import { useState, type FormEvent } from 'react';
import { Button } from '@fluentui/react-components';
import { TextField } from '../form/TextField.tsx';
import { Block, Loading } from '../parts/Loading.tsx';
import { Pager } from '../parts/Pager.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useAnswer } from '../parts/useAnswer.ts';
import { useOneForm } from '../parts/useOneForm.ts';
import { usePages } from '../parts/usePages.ts';
import { AddPersonForm } from './AddPersonForm.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import css from '../parts/list.module.css';
import own from './people.module.css';

interface Props {
  /** Opens somebody's page; with what has just been said about them. */
  readonly open: (person: string, said?: string) => void;
}

/** Everyone by name, a search, and adding somebody. */
export function People({ open }: Props) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const { open: opened, start, cancel, atButtons } = useOneForm<'person'>();
  const pages = usePages();
  const { answer, refusal, again } = useAnswer(
    'people.list',
    { size: 20, ...(search ? { search } : {}), ...(pages.after ? { after: pages.after } : {}) },
    { live: true, steady: true },
  );

  function find(event: FormEvent) {
    event.preventDefault();
    pages.restart();
    setSearch(typed.trim());
  }
  return (
    <>
      {opened ? (
        <AddPersonForm cancel={cancel} done={(message, person) => open(person, message)} />
      ) : (
        <p {...atButtons}>
          <Button appearance="primary" onClick={() => start('person')}>
            Add a person
          </Button>
        </p>
      )}
      <search>
        <form className={own['search']} onSubmit={find}>
          <TextField
            name="search"
            label="Part of a name"
            value={typed}
            onChange={setTyped}
            problem={undefined}
          />
          <Button type="submit">Search</Button>
        </form>
      </search>
      {refusal && <Problem refusal={refusal} again={again} />}
      {answer && answer.rows.length > 0 && <PeopleTable rows={answer.rows} open={open} />}
      {answer?.rows.length === 0 && (
        <p className={css['empty']}>
          {answer.next ? 'Nobody on this page. Look at the next one.' : 'Nobody has this in their name.'}
        </p>
      )}
      {answer && <Pager pages={pages} next={answer.next} words={['Previous', 'Next']} />}
      {!answer && !refusal && (
        <Loading what="the people">
          <Block height={48} />
          <Block height={48} />
        </Loading>
      )}
    </>
  );
}
