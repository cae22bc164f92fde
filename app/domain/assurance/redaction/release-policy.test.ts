import { describe, expect, test } from 'vitest';
import { allow, deny, hide, type Verdict } from '../../policy';
import { mayCheck, type ReleaseRecord } from './load-release.server';

const release: ReleaseRecord = {
  ...{ id: 'r', reference: 'AAAA2222', request: 'BBBB2222', question: 'CCCC2222', manifestHash: 'h' },
  ...{ redactions: 1, preparedAt: new Date('2026-11-21'), preparedById: 'maker', preparedBy: 'Maker' },
  ...{ checkedBy: null, releasedAt: null, returnedAt: null, returnedReason: null },
};
const OTHERS = 'Somebody checks it who neither prepared it nor withheld anything of it.';
const denied = deny('You read them.');

describe('who checks a release', () => {
  test.each<[string, string, Verdict, boolean, Verdict]>([
    ['another who handles the request', 'checker', allow, false, allow],
    ['whoever prepared it', 'maker', allow, false, deny(OTHERS)],
    ['whoever withheld something of it', 'checker', allow, true, deny(OTHERS)],
    ['whoever did both', 'maker', allow, true, deny(OTHERS)],
    ['somebody who only reads it', 'reader', denied, false, denied],
    ['somebody who only reads it and withheld once', 'reader', denied, true, denied],
    ['somebody who knows of none', 'stranger', hide, false, hide],
    ['whoever prepared it and is now behind a wall', 'maker', hide, true, hide],
  ])('%s', (_who, id, verdict, withheld, expected) =>
    expect(mayCheck(id, release, verdict, withheld)).toEqual(expected),
  );
});
