import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { scorecardLines } from '~/domain/measures/scorecard/scorecard';
import { showReference } from '~/domain/reference';
import { csvFile } from '../csv-file';
import { issuedCard } from './issued-card.server';

export async function loader(args: LoaderFunctionArgs) {
  const { card, reference } = await issuedCard(args);
  return csvFile(`scorecard-${showReference(reference)}`, csvText(scorecardLines(card)));
}
