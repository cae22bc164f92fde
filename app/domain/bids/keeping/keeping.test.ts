import { describe, expect, test } from 'vitest';
import { datasetsIn, leadsIn } from './keeping';

describe('the leads in a list of references', () => {
  test('are its lines, without their bullets, each with the DOI in it', () => {
    const references = [
      '1. Lindqvist (2024), The harbour papers. https://doi.org/10.1000/ABC.1.',
      '',
      '- Okoye, A. Ports (doi:10.1000/xyz)',
      '2019 annual report of the port authority',
    ];
    expect(leadsIn(references.join('\n'))).toEqual([
      { title: 'Lindqvist (2024), The harbour papers. https://doi.org/10.1000/ABC.1.', doi: '10.1000/abc.1' },
      { title: 'Okoye, A. Ports (doi:10.1000/xyz)', doi: '10.1000/xyz' },
      { title: '2019 annual report of the port authority', doi: null },
    ]);
  });

  test('stand once, by DOI or by title, and are not endless', () => {
    expect(leadsIn('A, 10.1000/a\nThe same, https://doi.org/10.1000/A\nB\nb')).toEqual([
      { title: 'A, 10.1000/a', doi: '10.1000/a' },
      { title: 'B', doi: null },
    ]);
    expect(leadsIn(Array.from({ length: 400 }, (_, i) => `Title ${i}`).join('\n'))).toHaveLength(100);
    expect(leadsIn('x'.repeat(9000))[0]?.title).toHaveLength(500);
    expect(leadsIn(' \n\n - \n')).toEqual([]);
  });
});

test('datasets are a name and what it holds', () => {
  expect(datasetsIn('Port calls 2010–2024: vessel, port, day: all UK\nSeizures\n:odd')).toEqual([
    { name: 'Port calls 2010–2024', holds: 'vessel, port, day: all UK' },
    { name: 'Seizures', holds: '' },
    { name: ':odd', holds: 'odd' },
  ]);
  expect(datasetsIn('')).toEqual([]);
});
