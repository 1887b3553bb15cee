import { Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useStudio } from '../../features/import/studio.tsx';
import { useImport } from '../../features/import/use-import.ts';
import { useQueue } from '../../features/import/use-queue.ts';
import { Icon } from '../../ui/icons.tsx';

type DropLike = { readonly dataTransfer?: { readonly files?: ArrayLike<File> } | null };

// The files as the system hands them over: the desktop shell finds their place only by these very objects.
const filesOf = async (event: unknown): Promise<File[]> => {
  const files = (event as DropLike).dataTransfer?.files;
  return files ? Array.from(files) : [];
};

/** A file dropped on any screen goes to the import studio. */
export const DropAnywhere = (): ReactElement => {
  const navigate = useNavigate();
  const { studio, queue } = useStudio();
  const { takeFile, reset } = useImport();
  const { takeFiles } = useQueue();
  const busy = studio.step === 'committing';
  return (
    <div aria-hidden="true">
      <Dropzone.FullScreen
        active
        activateOnKeyboard={false}
        activateOnClick={false}
        withinPortal={false}
        disabled={busy}
        multiple
        getFilesFromEvent={filesOf}
        onDrop={(files) => {
          const [file, ...more] = files;
          if (!file) return;
          void navigate('/import');
          if (more.length === 0 && queue.length === 0) void takeFile(file);
          else {
            reset();
            void takeFiles(files);
          }
        }}
      >
        <Stack align="center" justify="center" mih="calc(100dvh - 64px)" gap="sm">
          <Icon name="import" size={48} />
          <Text size="xl" fw={600}>
            Drop to read it
          </Text>
          <Text c="dimmed">Nothing is saved until you have seen what was understood.</Text>
        </Stack>
      </Dropzone.FullScreen>
    </div>
  );
};
