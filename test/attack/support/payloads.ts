/** Texts that would do something where they are not shown as what they are: text. */
export const payloads: Readonly<Record<string, string>> = {
  'a template': 'Said ${$root.secret} and ${1+1} and ${$data} and ${toString}',
  'a template in a template': 'Said $${${$root}} and \uFDD0{$root.secret}',
  'a date macro': 'Said {{DATE(2027-01-11T10:00:00Z, SHORT)}} {{TIME(x)}} {{{x}}}',
  'a link': 'Said [click here](https://evil.example) and ![x](https://evil.example/x.png)',
  'a link by reference': 'Said [click][1]\n\n[1]: https://evil.example',
  Markdown: '# Said\n\n**bold** _slanted_ `code` ~~gone~~\n\n- a list\n1. one\n> quoted\n\n---',
  'a mention': 'Said <at>Everyone</at> <at id="0">The Panel</at>',
  HTML: 'Said <img src=x onerror="window.hacked=1"> <script>window.hacked=1</script> <svg onload=alert(1)>',
  'an attribute': 'Said " onmouseover="window.hacked=1" x=\' onfocus=\'window.hacked=1',
  'a script address': 'Said javascript:window.hacked=1 and data:text/html,<script>window.hacked=1</script>',
  'a card': 'Said {"type":"AdaptiveCard","actions":[{"type":"Action.OpenUrl","url":"https://evil.example"}]}',
  'the end of a text': 'Said "},{"type":"Image","url":"https://evil.example/x.png"},{"x":"',
  'control characters': 'Said \u0000\u0007\u001b[31m\u202e\u2066 backwards \ud800 half',
  'a query': "Said '; DROP TABLE rows; -- and c.body['x'] OR 1=1 /* */",
  'a prototype': 'Said __proto__ constructor toString hasOwnProperty',
  'a format': 'Said %s %d %n %x {0} {name} $1 $& \\1 \\u003cscript\\u003e',
};
