import { describe, expect, test } from 'vitest';
import { describedFields } from '../../../../tests/support/described-fields';
import { promisesIn, VERSION_1 } from '../../../../tests/support/api-version-1';
import { openApi } from './openapi';

const promised = promisesIn(VERSION_1);
const described = describedFields(openApi());

describe('version 1 keeps what it promised', () => {
  test.each(promised)('$operation', ({ operation, takes, answers }) => {
    const now = described[operation];
    expect(now?.takes).toEqual(expect.arrayContaining(takes));
    expect(now?.answers).toEqual(expect.arrayContaining(answers));
  });

  test('and nothing is answered that nobody promised', () => {
    expect(Object.keys(described).toSorted()).toEqual(promised.map(({ operation }) => operation).toSorted());
    for (const { operation, takes, answers } of promised)
      expect([operation, described[operation]]).toEqual([operation, { takes, answers }]);
  });
});

test('the promises are read as they are written', () => {
  expect(
    promisesIn(
      'GET /a 200\n  takes ?q: string;\n    ?r: integer\n  answers x: string; y[].z: integer or null',
    ),
  ).toEqual([
    {
      operation: 'GET /a 200',
      takes: ['?q: string', '?r: integer'],
      answers: ['x: string', 'y[].z: integer or null'],
    },
  ]);
  expect(promisesIn('POST /b 201\n  answers reference: string')[0]).toMatchObject({ takes: [] });
  expect(promised.flatMap(({ answers }) => answers).length).toBeGreaterThan(200);
});
