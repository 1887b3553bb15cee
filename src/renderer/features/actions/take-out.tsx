import { Button, Menu } from '@mantine/core';
import type { ActionKind } from '../../../shared/model/action.ts';
import { Icon } from '../../ui/icons.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { useTakeOut } from './use-actions.ts';

type Props = {
  readonly kind: ActionKind | undefined;
  readonly total: number;
  readonly contactable: number;
};

/** The list on the clipboard or in a file: the owner's own, or for a mail merge only those who agreed to messages. */
export const TakeOut = ({ kind, total, contactable }: Props) => {
  const format = useFormat();
  const { busy, copy, save } = useTakeOut(kind);
  return (
    <>
      <Button variant="default" onClick={copy} disabled={busy || total === 0}>
        Copy
      </Button>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button disabled={busy || total === 0} rightSection={<Icon name="down" size={14} />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>For your own calls and visits, {format.counted(total, 'customer')}</Menu.Label>
          <Menu.Item onClick={() => save('xlsx', true)}>Excel workbook</Menu.Item>
          <Menu.Item onClick={() => save('csv', true)}>CSV</Menu.Item>
          <Menu.Divider />
          <Menu.Label>
            For a mail merge, {format.count(contactable)} of {format.counted(total, 'customer')}
          </Menu.Label>
          <Menu.Item onClick={() => save('xlsx', false)}>Excel workbook, only who agreed</Menu.Item>
          <Menu.Item onClick={() => save('csv', false)}>CSV, only who agreed</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
};
