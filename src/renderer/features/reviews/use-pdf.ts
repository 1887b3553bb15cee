import { useMutation } from '@tanstack/react-query';
import { client } from '../../client/api.ts';
import { bridge } from '../../client/bridge.ts';
import { failureSentence } from '../../ui/states/failure-text.ts';
import { tell } from '../../ui/states/tell.ts';
import { bytesOf, saveFile } from '../../ui/text/save-file.ts';

/** Saves a review as a PDF: the desktop shell prints it itself, in a browser the engine has it made. */
export const usePdf = (id: number, name: string) =>
  useMutation({
    mutationFn: async (): Promise<string | null> => {
      const savePdf = bridge()?.savePdf;
      if (savePdf) return savePdf((await client.reviews.page({ id })).html, name);
      const { base64 } = await client.reviews.pdf({ id });
      saveFile(name, bytesOf(base64), 'pdf');
      return name;
    },
    onSuccess: (saved) => {
      if (saved !== null) tell('pdf', `Saved as ${saved}.`);
    },
    onError: (error) => tell('pdf', failureSentence(error), true),
  });
