import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvText } from '~/domain/insight/csv';
import { scorecardLines } from '~/domain/measures/scorecard/scorecard';
import { csvFile } from '../csv-file';
import { liveCard } from './live-card.server';

export async function loader(args: LoaderFunctionArgs) {
  const { card, of } = await liveCard(args);
  return csvFile(`scorecard-${of}-${card.period}`, csvText(scorecardLines(card)));
}
