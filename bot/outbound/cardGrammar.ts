import { wordList } from './wordList.ts';

/**
 * The words of Adaptive Cards themselves. "Large" in `size` is grammar, not Ms Large; a name put there is neither, and
 * is found. The names of ordinary properties are passed over too, any other name is read like text.
 */

const properties = wordList(`
  type version body actions items columns facts inlines choices rows cells text title value values label id ref url data verb
  size weight color spacing style width height wrap name content contentType attachments summary speak fallback fallbackText
  associatedInputs horizontalAlignment verticalContentAlignment errorMessage isRequired isMultiSelect isMultiline placeholder
  card channelData entities suggestedActions status statusCode msteams iconUrl mode tooltip separator $schema selectAction
  isSubtle
`);

const grammar: Readonly<Record<string, ReadonlySet<string>>> = {
  type: wordList(`
    AdaptiveCard TextBlock RichTextBlock TextRun Container ColumnSet Column FactSet Image ImageSet ActionSet Table TableRow
    TableCell Input.Text Input.Number Input.Date Input.Time Input.Toggle Input.ChoiceSet Action.Execute Action.Submit
    Action.OpenUrl Action.ShowCard Action.ToggleVisibility message invokeResponse typing mention
    application/vnd.microsoft.card.adaptive application/vnd.microsoft.activity.message application/vnd.microsoft.error`),
  contentType: wordList('application/vnd.microsoft.card.adaptive'),
  size: wordList('default small medium large extraLarge Default Small Medium Large ExtraLarge stretch auto'),
  weight: wordList('default lighter bolder Default Lighter Bolder'),
  color: wordList(
    'default dark light accent good warning attention Default Dark Light Accent Good Warning Attention',
  ),
  spacing: wordList(
    'none small default medium large extraLarge padding None Small Default Medium Large ExtraLarge Padding',
  ),
  style: wordList(`
    default heading emphasis good attention warning accent positive destructive compact expanded person tel url email
    columnHeader text password`),
  width: wordList('auto stretch full Full'),
  height: wordList('auto stretch'),
  horizontalAlignment: wordList('left center right Left Center Right'),
  verticalContentAlignment: wordList('top center bottom Top Center Bottom'),
  associatedInputs: wordList('auto none'),
  mode: wordList('primary secondary'),
};

export function isCardGrammar(property: string, value: string): boolean {
  return grammar[property]?.has(value) ?? false;
}

export function isCardProperty(name: string): boolean {
  return properties.has(name);
}
