import { describe, expect, test } from 'vitest';
import { words } from '../../../tests/support/drawn';
import { drawOnPage } from '../../../tests/support/drawn-form';
import { RedactionList, type ShownRedaction } from './redaction-list';

const shown = (over: Partial<ShownRedaction> = {}): ShownRedaction => ({
  ...{ reference: 'R', setTitle: 'Awards', isRecord: true, field: 'noticeAt', passage: null },
  ...{ exemption: 's.43(2)', exemptionTitle: 'Commercial interests', publicInterest: '' },
  ...{ everywhere: null, isLost: false, elsewhere: 0, places: [] },
  ...over,
});
const drawn = (over: Partial<ShownRedaction> = {}, isOpen = true) => {
  const $ = drawOnPage(<RedactionList redactions={[shown(over)]} isOpen={isOpen} />);
  const told = (place: string) =>
    $(place)
      .toArray()
      .map((part) => words($(part).text()));
  return { values: told('dd'), keys: told('dt'), buttons: told('button'), text: words($('body').text()), $ };
};
const TWICE = { elsewhere: 2, places: ['Holds', 'Letters'] };

describe('what is withheld, as it is listed', () => {
  test.each<[string, Partial<ShownRedaction>]>([
    ['The whole file', { isRecord: false, field: null }],
    ['A whole record', { field: null }],
    ['The field “Notice at”', {}],
    ['The field “Lead”', { field: 'bids/0/lead_id' }],
    ['“zebra <b>” in “Reason”', { field: 'reason', passage: 'zebra <b>' }],
  ])('%s', (what, over) => {
    const { keys, values, $ } = drawn(over);
    expect([keys[0], values[0], values[1]]).toEqual(['Awards', what, 's.43(2): Commercial interests']);
    expect($('dd b')).toHaveLength(0);
  });

  test.each<[string, Partial<ShownRedaction>, string[]]>([
    ['It stands nowhere else', {}, ['Take back']],
    ['It stands nowhere else', { everywhere: false }, ['Take back']],
    ['Withheld wherever else it stands', { everywhere: true, ...TWICE }, ['Take back']],
    [
      'It stands in 2 places (Holds, Letters) too',
      TWICE,
      ['Withhold it everywhere', 'Leave the others', 'Take back'],
    ],
    [
      'Left as it is in 1 place (Holds)',
      { everywhere: false, elsewhere: 1, places: ['Holds'] },
      ['Withhold it everywhere', 'Take back'],
    ],
  ])('%s', (elsewhere, over, buttons) => {
    expect(drawn(over).values.at(-1)).toBe(elsewhere);
    expect(drawn(over).buttons).toEqual(buttons);
    expect(drawn(over, false).buttons).toEqual([]);
  });

  test('warns of what is not decided and of what has changed since, and of nothing else', () => {
    const [undecided, lost] = ['Decide before it is released', 'Take it back and withhold it again'];
    expect(drawn(TWICE).text).toContain(undecided);
    expect(drawn({ ...TWICE, everywhere: false }).text).not.toContain(undecided);
    expect(drawn().text).not.toContain(undecided);
    expect(drawn({ isLost: true }).text).toContain(lost);
    expect(drawn().text).not.toContain(lost);
  });

  test('how the public interest was weighed stands there only where it was', () => {
    expect(drawn().keys).toEqual(['Awards', 'Exemption', 'Elsewhere']);
    expect(drawn({ publicInterest: 'It was.' }).keys).toContain('Public interest');
  });

  test('each form says which it is about; without any there is a hint', () => {
    expect(drawn({ reference: 'ABCD' }).$('input[name="redaction"]').attr('value')).toBe('ABCD');
    const none = drawOnPage(<RedactionList redactions={[]} isOpen />);
    expect(words(none('body').text())).toContain('Nothing yet. Choose a file below');
  });
});
