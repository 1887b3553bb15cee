import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useFormat } from '../../text/format.ts';
import classes from './matrix.module.css';
import {
  type Area,
  growthAt,
  type Lines,
  steppedGrowth,
  steppedValue,
  valueAt,
  xOfGrowth,
  yOfValue,
} from './model.ts';
import type { ValueScale } from './scale.ts';

type Props = {
  readonly area: Area;
  readonly scale: ValueScale;
  readonly lines: Lines;
  /** absent where the lines only show */
  readonly onMove?: (lines: Lines) => void;
  readonly onDone?: () => void;
};

/** The two thresholds over the plot: dragged with the pointer, moved with the arrow keys. */
export const ThresholdLines = ({ area, scale, lines, onMove, onDone }: Props) => (
  <>
    <Line kind="value" area={area} scale={scale} lines={lines} onMove={onMove} onDone={onDone} />
    <Line kind="growth" area={area} scale={scale} lines={lines} onMove={onMove} onDone={onDone} />
  </>
);

type LineProps = {
  readonly kind: 'value' | 'growth';
  readonly area: Area;
  readonly scale: ValueScale;
  readonly lines: Lines;
  readonly onMove: ((lines: Lines) => void) | undefined;
  readonly onDone: (() => void) | undefined;
};

const Line = ({ kind, area, scale, lines, onMove, onDone }: LineProps) => {
  const format = useFormat();
  const box = useRef<DOMRect | null>(null);
  const across = kind === 'value';
  const place = across ? yOfValue(area, scale, lines.value) : xOfGrowth(area, lines.growth);
  const start = across ? area.top : area.left;
  const length = across ? area.height : area.width;
  if (!Number.isFinite(place) || place < start - 1 || place > start + length + 1) return null;

  const style = across
    ? { left: area.left, top: place, width: area.width }
    : { left: place, top: area.top, height: area.height };
  const text = across ? format.money(lines.value, { headline: true }) : format.change(lines.growth);
  if (!onMove) return <div className={classes.line} data-kind={kind} style={style} aria-hidden="true" />;

  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    box.current = event.currentTarget.parentElement?.getBoundingClientRect() ?? null;
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (!box.current) return;
    event.stopPropagation();
    const x = Math.min(area.left + area.width, Math.max(area.left, event.clientX - box.current.left));
    const y = Math.min(area.top + area.height, Math.max(area.top, event.clientY - box.current.top));
    onMove(across ? { ...lines, value: valueAt(area, scale, y) } : { ...lines, growth: growthAt(area, x) });
  };
  const drop = (): void => {
    if (!box.current) return;
    box.current = null;
    onDone?.();
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const up = ['ArrowUp', 'ArrowRight', 'PageUp'].includes(event.key);
    if (!up && !['ArrowDown', 'ArrowLeft', 'PageDown'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const steps = (up ? 1 : -1) * (event.shiftKey || event.key.startsWith('Page') ? 10 : 1);
    onMove(
      across
        ? { ...lines, value: steppedValue(scale, lines.value, steps) }
        : { ...lines, growth: steppedGrowth(lines.growth, steps) },
    );
    onDone?.();
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={across ? 'Value line' : 'Growth line'}
      aria-orientation={across ? 'vertical' : 'horizontal'}
      aria-valuemin={across ? 0 : -95}
      aria-valuemax={
        across ? Math.round(Math.max(scale.kind === 'log' ? 10 ** scale.max : scale.max, lines.value)) : 900
      }
      aria-valuenow={across ? lines.value : Math.round(lines.growth * 100)}
      aria-valuetext={text}
      title="Drag, or use the arrow keys"
      className={classes.line}
      data-kind={kind}
      data-live="true"
      style={style}
      onPointerDownCapture={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={press}
    >
      <span className={classes.lineText}>{text}</span>
    </div>
  );
};
