import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { Page } from '../../ui/page.tsx';
import { CheckStep } from './check-step.tsx';
import { DoneStep } from './done-step.tsx';
import { DropArea } from './drop-area.tsx';
import { IssuesDrawer } from './issues-drawer.tsx';
import { KindsPanel } from './kinds-panel.tsx';
import { CANCELLED, type Studio } from './model.ts';
import { NoticeAlert } from './notice.tsx';
import { PastImports } from './past-imports.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { useStudio } from './studio.tsx';
import { useCheck } from './use-check.ts';
import { useImport } from './use-import.ts';
import { usePaste } from './use-paste.ts';
import { useQueue } from './use-queue.ts';
import { Working } from './working.tsx';

const titleOf = (studio: Studio): string => {
  if (studio.step !== 'checking') return 'Import';
  return `Check ${studio.source.kind === 'pasted' ? 'the pasted cells' : studio.fileName} before importing`;
};

export const ImportScreen = (): ReactElement => {
  const { studio, queue, dispatchQueue } = useStudio();
  const actions = useImport();
  const several = useQueue();
  const portfolio = useMaybePortfolio();
  const check = useCheck();
  const [pasting, setPasting] = useState(false);
  const step = useRef(studio.step);
  step.current = studio.step;
  const { reset } = actions;
  // A result that was seen has done its service when the owner goes on. A first import also takes this screen down,
  // when the frame comes around its new portfolio; then the address stays, and the result with it.
  useEffect(
    () => () => {
      if (step.current === 'done' && !window.location.hash.startsWith('#/import')) reset();
    },
    [reset],
  );
  const free = studio.step === 'idle' || studio.step === 'done';
  usePaste(free && !pasting, actions);
  const opened = queue.find(({ open }) => open)?.id ?? null;
  useEffect(() => {
    if (opened === null) return;
    if (studio.step === 'done')
      dispatchQueue({ type: 'set', id: opened, at: { step: 'done', result: studio.result } });
    if (studio.step === 'done' || studio.step === 'idle') dispatchQueue({ type: 'open', id: null });
  }, [opened, studio, dispatchQueue]);
  const takeFiles = (files: readonly File[]): void => {
    const [file, ...more] = files;
    if (file && more.length === 0 && queue.length === 0) void actions.takeFile(file);
    else void several.takeFiles(files);
  };
  const list = (
    <QueuePanel
      queue={queue}
      actions={several}
      onCheck={({ id, fileName, at }) => {
        if (at.step !== 'checked') return;
        dispatchQueue({ type: 'open', id });
        void actions.check(fileName, at.source, at.options);
      }}
    />
  );
  const hasSales = (portfolio?.orders ?? 0) > 0;
  return (
    <Page title={titleOf(studio)} lead={studio.step === 'checking' ? studio.preview.recognised : undefined}>
      {studio.step === 'idle' ? (
        <Stack gap="lg">
          <NoticeAlert notice={studio.notice} {...(studio.again ? { onAgain: actions.again } : {})} />
          {check.nothingYet && studio.notice === null ? (
            <NoticeAlert
              notice={{
                ...CANCELLED,
                what: 'There is nothing to check yet.',
                safe: 'Import your sales first.',
              }}
            />
          ) : null}
          {list}
          <DropArea
            small={hasSales || queue.length > 0}
            onFiles={takeFiles}
            onPaste={() => setPasting(true)}
          />
        </Stack>
      ) : null}
      {studio.step === 'receiving' ? (
        <Working
          title="Taking in the file"
          detail={studio.fileName}
          job={null}
          share={studio.share}
          onCancel={actions.cancel}
        />
      ) : null}
      {studio.step === 'reading' ? (
        <Working
          title="Reading the file"
          detail={studio.fileName}
          job={studio.job}
          onCancel={actions.cancel}
        />
      ) : null}
      {studio.step === 'checking' ? <CheckStep studio={studio} actions={actions} /> : null}
      {studio.step === 'committing' ? (
        <Working
          title="Importing"
          detail={studio.preview.sentence}
          job={studio.job}
          cancelling={studio.cancelling}
          onCancel={actions.cancel}
        />
      ) : null}
      {studio.step === 'done' && portfolio ? (
        <>
          <DoneStep studio={studio} onIssues={check.open} onAnother={actions.reset} />
          {list}
        </>
      ) : null}
      {portfolio && free ? <PastImports onIssues={check.open} /> : null}
      {studio.step === 'idle' ? <KindsPanel /> : null}
      {portfolio ? (
        <IssuesDrawer batch={check.batch} fileName={check.fileName} onClose={check.close} />
      ) : null}
      <PasteDialog
        opened={pasting}
        onClose={() => setPasting(false)}
        onText={(text) => void actions.takeText(text)}
      />
    </Page>
  );
};
