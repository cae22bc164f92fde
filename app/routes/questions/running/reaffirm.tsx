import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { reaffirmQuestion } from '~/domain/questions/commands/reaffirm-question.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { bannerCookie } from '~/web/banner.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

export const meta = () => pageTitle('Confirm a question');

/** The button stands on the question's page; this address only takes it. */
export async function loader(args: LoaderFunctionArgs) {
  const { reference } = await questionFor(args, () => true, '');
  return redirect(paths.question(reference));
}

export async function action(args: ActionFunctionArgs) {
  const reference = args.params['reference'] ?? '';
  const back = paths.question(reference.replace('-', ''));
  const reply = await act(args, reaffirmQuestion, {
    fixed: { reference },
    done: () => back,
    says: 'It stands as it is, until it is looked at again',
  });
  if (!('data' in reply)) return reply;
  const why = 'Only an open or an answered question can be confirmed.';
  return redirect(back, { status: 303, headers: { 'Set-Cookie': await bannerCookie(why) } });
}

/** Nothing is ever shown here, but refusals need the frame that a page has. */
export default function ReaffirmQuestion() {
  return null;
}
