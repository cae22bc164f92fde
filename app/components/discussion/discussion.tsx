import type { SubmissionResult } from '@conform-to/react';
import { fieldProps, Form } from '~/components/form';
import { LEVEL_WORDS, type Level, type WatchSetting } from '~/domain/discussion/comment';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Pagination } from '~/ui/navigation/pagination';
import { BodyField } from './body-field';
import { Threads, type DrawnThread } from './threads';
import { WatchForm } from './watch-form';

export interface DiscussionProps {
  title: string;
  threads: DrawnThread[];
  next: string | null;
  levels: Level[];
  watch: WatchSetting | null;
  may: { write: boolean; watch: boolean };
  blind: boolean;
  reply: { result: SubmissionResult } | undefined;
}

/** What is said of a question or finding, and the form to say something. */
export function Discussion({ title, threads, next, levels, watch, may, blind, reply }: DiscussionProps) {
  const aboutWatch = reply?.result.error && 'setting' in reply.result.error;
  return (
    <>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Discussion</h1>
      {blind && (
        <InsetText>
          Bids may be there or are being judged. Until the award notice only the asking team and the
          coordinators talk, each among themselves.
        </InsetText>
      )}
      <Threads threads={threads} mayWrite={may.write} />
      <Pagination {...(next ? { next: { href: `?after=${encodeURIComponent(next)}` } } : {})} />
      {may.write && (
        <Form reply={aboutWatch ? undefined : reply} id="comment">
          {(fields) => (
            <>
              <h2 className="govuk-heading-m">Start a thread</h2>
              <BodyField label="Your comment" reply={reply} fields={fields} />
              <Radios
                label="Who reads it"
                items={levels.map((value) => ({
                  value,
                  label: LEVEL_WORDS[value].name,
                  hint: LEVEL_WORDS[value].hint,
                }))}
                {...fieldProps(fields['level'])}
              />
              <Button once>Post it</Button>
            </>
          )}
        </Form>
      )}
      {may.watch && <WatchForm reply={aboutWatch ? reply : undefined} watch={watch} />}
    </>
  );
}
