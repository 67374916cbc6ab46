import { keepDrafts } from '../form/drafts.ts';
import type { TypedReport } from './typedReport.ts';

export const reportDrafts = keepDrafts<TypedReport>();
