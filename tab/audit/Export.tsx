import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { Problem } from '../parts/Problem.tsx';
import { Said } from '../parts/Said.tsx';
import { useFile } from '../parts/useFile.ts';
import type { Criteria } from './AuditPage.tsx';

/** The whole search as a table for Excel. */
export function Export({ criteria }: { readonly criteria: Criteria }) {
  const { save, saving, refusal } = useFile('audit.export');
  const [said, setSaid] = useState('');

  async function fetchIt() {
    setSaid('');
    if (await save(criteria))
      setSaid('The export is in your downloads. Keep it where only those may see it who must.');
  }
  return (
    <div>
      {refusal && <Problem refusal={refusal} />}
      <Said text={said} />
      <Button disabledFocusable={saving} onClick={() => void fetchIt()}>
        {saving ? 'Preparing the export' : 'Export to Excel (CSV)'}
      </Button>
    </div>
  );
}
