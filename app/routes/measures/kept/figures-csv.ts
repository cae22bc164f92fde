import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { measureLines } from '~/domain/measures/measure-lines';
import { showReference } from '~/domain/reference';
import { csvFile } from '../csv-file';
import { measureOf } from './keeping.server';

/** The current figures of a measure; where its definition changed a line says so. */
export async function loader(args: LoaderFunctionArgs) {
  const { measure } = await measureOf(args);
  return csvFile(`measure-${showReference(measure.reference)}`, csvText(measureLines(measure)));
}
