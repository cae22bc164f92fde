import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { confirmExpertProfile } from '~/domain/people/commands/confirm-expert-profile.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';

export const loader = () => redirect(paths.ownProfile());

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmExpertProfile, {
    done: () => paths.ownProfile(),
    says: 'Your profile is marked as current',
  });
