import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { WATCH_SETTINGS, WATCH_WORDS, type WatchSetting } from '~/domain/discussion/comment';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  watch: WatchSetting | null;
}

/** How much of this discussion comes to one's inbox. */
export const WatchForm = ({ reply, watch }: Props) => (
  <Form reply={reply} id="watch" values={{ setting: watch ?? 'none' }}>
    {(fields) => (
      <>
        <Radios
          label="What do you want to hear of this discussion?"
          items={WATCH_SETTINGS.map((value) => ({ value, label: WATCH_WORDS[value] }))}
          {...fieldProps(fields['setting'])}
        />
        <Button variant="secondary">Save</Button>
      </>
    )}
  </Form>
);
