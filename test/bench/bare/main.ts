/** A bare page of React and Fluent to hold the tab against: a heading, a form, a dialog, a table. It asks no server anything. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  FluentProvider,
  Input,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Title1,
  webLightTheme,
} from '@fluentui/react-components';
import { createElement as e } from 'react';
import { createRoot } from 'react-dom/client';

const headings = (...texts: readonly string[]) =>
  e(TableRow, null, ...texts.map((text) => e(TableHeaderCell, { key: text }, text)));
const row = (...texts: readonly string[]) =>
  e(TableRow, null, ...texts.map((text) => e(TableCell, { key: text }, text)));

const closing = e(DialogTrigger, { disableButtonEnhancement: true, children: e(Button, null, 'Close') });
const dialog = e(Dialog, {
  children: [
    e(DialogTrigger, { key: 'opens', disableButtonEnhancement: true, children: e(Button, null, 'More') }),
    e(
      DialogSurface,
      { key: 'opened' },
      e(
        DialogBody,
        null,
        e(DialogTitle, null, 'More'),
        e(DialogContent, null, 'A sentence.'),
        e(DialogActions, null, closing),
      ),
    ),
  ],
});

const page = e(
  'main',
  null,
  e(Title1, { as: 'h1' }, 'A bare page'),
  e(Field, { label: 'Name', required: true }, e(Input)),
  e(Button, { appearance: 'primary' }, 'Send'),
  dialog,
  e(
    Table,
    { 'aria-label': 'Rows' },
    e(TableHeader, null, headings('Reference', 'State', 'Since')),
    e(TableBody, null, row('One', 'Open', 'Monday'), row('Two', 'Closed', 'Tuesday')),
  ),
);

const root = document.querySelector('#root');
if (root) createRoot(root).render(e(FluentProvider, { theme: webLightTheme }, page));
