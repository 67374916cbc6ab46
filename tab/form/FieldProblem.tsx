import css from './form.module.css';

interface Props {
  readonly id: string;
  readonly problem: string | undefined;
}

/** The sentence at a group of fields; single fields have theirs from Fluent. */
export function FieldProblem({ id, problem }: Props) {
  if (!problem) return null;
  return (
    <p id={id} role="alert" className={css['problem']}>
      <span aria-hidden="true">⚠ </span>
      {problem}
    </p>
  );
}
