import IconAdjustmentsHorizontal from '@tabler/icons-react/icons/IconAdjustmentsHorizontal';
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp';
import IconArrowForwardUp from '@tabler/icons-react/icons/IconArrowForwardUp';
import IconBorderAll from '@tabler/icons-react/icons/IconBorderAll';
import IconBuildingStore from '@tabler/icons-react/icons/IconBuildingStore';
import IconCalendarEvent from '@tabler/icons-react/icons/IconCalendarEvent';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown';
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft';
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import IconChevronUp from '@tabler/icons-react/icons/IconChevronUp';
import IconClipboardText from '@tabler/icons-react/icons/IconClipboardText';
import IconCopy from '@tabler/icons-react/icons/IconCopy';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import IconEar from '@tabler/icons-react/icons/IconEar';
import IconFile from '@tabler/icons-react/icons/IconFile';
import IconFileText from '@tabler/icons-react/icons/IconFileText';
import IconFolder from '@tabler/icons-react/icons/IconFolder';
import IconHelp from '@tabler/icons-react/icons/IconHelp';
import IconInfoCircle from '@tabler/icons-react/icons/IconInfoCircle';
import IconLayoutDashboard from '@tabler/icons-react/icons/IconLayoutDashboard';
import IconListCheck from '@tabler/icons-react/icons/IconListCheck';
import IconLock from '@tabler/icons-react/icons/IconLock';
import IconMessageQuestion from '@tabler/icons-react/icons/IconMessageQuestion';
import IconPrinter from '@tabler/icons-react/icons/IconPrinter';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import IconUsers from '@tabler/icons-react/icons/IconUsers';
import IconX from '@tabler/icons-react/icons/IconX';
import type { ReactElement } from 'react';

/** The icons of the app by what they say; each is one file of Tabler's set. */
const ICONS = {
  overview: IconLayoutDashboard,
  import: IconDownload,
  customers: IconUsers,
  portfolio: IconBorderAll,
  questions: IconMessageQuestion,
  listen: IconEar,
  act: IconListCheck,
  reviews: IconFileText,
  settings: IconAdjustmentsHorizontal,
  search: IconSearch,
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
  help: IconHelp,
  info: IconInfoCircle,
  file: IconFile,
  copy: IconCopy,
  paste: IconClipboardText,
  folder: IconFolder,
  shop: IconBuildingStore,
  check: IconCheck,
  warning: IconAlertTriangle,
  close: IconX,
  down: IconChevronDown,
  up: IconChevronUp,
  right: IconChevronRight,
  left: IconChevronLeft,
  lock: IconLock,
  print: IconPrinter,
  calendar: IconCalendarEvent,
} as const;

export type IconName = keyof typeof ICONS;

type Props = { readonly name: IconName; readonly size?: number };

/** Decoration next to a word or inside a named control; never the only name of anything. */
export const Icon = ({ name, size = 18 }: Props): ReactElement => {
  const Drawing = ICONS[name];
  return <Drawing size={size} stroke={1.75} aria-hidden="true" focusable="false" style={{ flexShrink: 0 }} />;
};
