import { addDataset } from '~/domain/knowledge/commands/add-dataset.server';
import { confirmDataset } from '~/domain/knowledge/commands/confirm-dataset.server';
import { linkDataset } from '~/domain/knowledge/commands/link-dataset.server';
import { addDays, isoDay } from '~/domain/uk-time';
import { DATASETS, type DatasetStory } from '../content/datasets';
import { todayOfMachine } from '../replay/clock';
import type { Play } from '../replay/play';
import type { Happening } from '../replay/timeline';

/** Members enter data that somebody holds; questions and findings are tied to them, a data gap before it is closed. */
export const datasetHappenings = (play: Play): Happening[] =>
  DATASETS.flatMap((story) => {
    let reference = '';
    const enterOne = async () => {
      reference = await enter(play, story);
    };
    const { confirmedBy, entered, links } = story;
    const about = (what: string) => `dataset “${story.name}”: ${what}`;
    const confirm = () => play.does(confirmedBy ?? story.by, confirmDataset, { reference });
    return [
      { daysAgo: entered, what: about('enter'), run: enterOne },
      ...(confirmedBy ? [{ daysAgo: entered, what: about('confirm'), run: confirm }] : []),
      ...links.map(([by, noun, key, daysAgo]) => ({
        daysAgo,
        what: about(`link ${key}`),
        run: () => play.does(by, linkDataset, { noun, reference: play[noun](key), dataset: reference }),
      })),
    ];
  });

async function enter(play: Play, story: DatasetStory): Promise<string> {
  const { by, holder, covers, threats, reviewBy, name, holds, accessRoute, constraints, geography } = story;
  const [from, to] = covers;
  const { reference } = await play.does(by, addDataset, {
    ...{ name, holds, accessRoute, constraints, geography, threatAreas: threats },
    organisation: play.organisation(holder).reference,
    coversFrom: String(from),
    coversTo: to === null ? '' : String(to),
    reviewBy: isoDay(addDays(await todayOfMachine(), -reviewBy)),
  });
  return reference;
}
