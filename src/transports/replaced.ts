import type { CallGraph } from '../callgraph/call-graph.ts';
import { isLong } from '../callgraph/cycle-count.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import type { Frequencies, Frequency } from '../callgraph/frequency.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { handlerKind } from '../callgraph/handler.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isErrorType } from '../resolve/universe.ts';
import type { Drop } from './drop.ts';
import { guardsOf } from './guard.ts';
import type { Life } from './life.ts';
import type { TransportLives } from './lives.ts';
import type { Origin } from './origin-at.ts';
import { originAt } from './origin-at.ts';
import { askToClose, hasTimeout, keepsNothing } from './settings.ts';
import type { Shape } from './shape.ts';
import type { TransportBirth } from './transport.ts';

/** Callers of callers are followed this far. */
const DEPTH = 4;

/** Fields of fields are followed this far. */
const FIELDS = 6;

/** How functions are called that set something up: by no means for each operation. */
const SETTING =
  /^(?:Set|With|Add|Use|Enable|Disable|Register|Configure|Login|Connect|Auth|Dial|Open|Re(?:set|load|fresh|new|connect)|Update|Apply)/;

/** Where a transport is put in the place of another: the object whose field it is, or which leads there. */
interface Place extends Pick<Placed, 'graph' | 'block'> {
  /** A variable of the object, or undefined for a package variable. */
  readonly object: Variable | undefined;
}

/** Finds transports that are kept in what outlives the call which makes them, and replaced by the next call. */
export class ReplacedTransports {
  private readonly lives: TransportLives;
  private readonly calls: CallGraph;
  private readonly frequencies: Frequencies;

  constructor(lives: TransportLives, calls: CallGraph, frequencies: Frequencies) {
    this.lives = lives;
    this.calls = calls;
    this.frequencies = frequencies;
  }

  private get typing(): Typing {
    return this.lives.flow.typing;
  }

  /** The drop of a transport whose place the next one takes; undefined when it stays, or is not known to be replaced often. */
  of(birth: TransportBirth, origin: Origin): Drop | undefined {
    const { graph } = origin;
    if (graph.outer || graph.file.isTest) return undefined;
    return this.examine(birth, origin, 0);
  }

  private examine(birth: TransportBirth, origin: Origin, level: number): Drop | undefined {
    const { root } = origin;
    if (level > DEPTH || origin.budget.left-- <= 0 || emptiesPools(root)) return undefined;
    const life = this.lives.followKept(root, origin, origin.entry, origin.stored);
    if (life.returned.size > 0) return undefined;
    const settings = new Map([...origin.settings, ...life.settings]);
    const uses = [...origin.uses, ...life.uses];
    if (keepsNothing(settings) || askToClose(this.typing, uses) || life.closes.length > 0) return undefined;
    const places = level === 0 ? placesIn(root, life) : placesOf(origin);
    const [place, ...others] = places;
    if (!place || others.length > 0 || this.isConditional(place)) return undefined;
    const next = { ...origin, settings, isChanged: origin.isChanged || life.settings.size > 0 };
    const frequency = this.frequencyAt(place, root, uses.length > 0);
    if (frequency) return this.dropOf(birth, next, { ...life, uses }, frequency);
    const anchor = place.object && anchorOf(place.object);
    return anchor?.kind === 'parameter'
      ? this.examineCallers(birth, next, { ...life, uses }, level)
      : undefined;
  }

  private examineCallers(birth: TransportBirth, origin: Origin, life: Life, level: number): Drop | undefined {
    const { root } = origin;
    for (const site of this.calls.callersOf(root).sites) {
      if (site.graph.file.isTest || site.graph.outer || !site.direct || site.starts) continue;
      const caller = originAt(this.typing, site, origin, life, root);
      const drop = caller && this.examine(birth, caller, level + 1);
      if (drop) return drop;
    }
    return undefined;
  }

  /** How often another one takes its place in the same object; undefined when that is not seen. */
  private frequencyAt(
    { graph, block, object }: Place,
    root: FunctionGraph,
    isUsed: boolean,
  ): Frequency | undefined {
    if (!isUsed) return undefined;
    const anchor = object && anchorOf(object);
    if (object && !anchor) return undefined;
    const around = cyclesAround(graph, block).filter(
      (cycle) =>
        isLong(this.typing, cycle) && !anchor?.definitions.some((each) => cycle.operations.has(each)),
    );
    if (around.length > 0) return { rate: 'loop', steps: [], started: false };
    if (anchor && anchor.kind !== 'parameter') return undefined;
    const isReceiver = anchor !== undefined && root.hasReceiver && anchor === root.parameters[0];
    if (anchor && !isReceiver) return undefined;
    const frequency = this.frequencies.ofFunction(graph);
    if (!anchor || handlerKind(this.typing, root)) {
      const isOften = frequency.rate === 'loop' || frequency.rate === 'request';
      return isOften ? frequency : undefined;
    }
    return frequency.rate === 'operation' && !SETTING.test(root.declaration.name) ? frequency : undefined;
  }

  /** True when a test of what the program remembers tells whether there is a transport already. */
  private isConditional({ graph, block }: Place): boolean {
    return guardsOf(graph, block).some(({ variable, value }) => {
      if ((value !== 'nil' && value !== 'false') || isErrorType(this.typing.typeOf(variable))) return false;
      return variable.definitions.some(
        ({ op }) => op === 'field' || op === 'global' || op === 'element' || op === 'call',
      );
    });
  }

  private dropOf(birth: TransportBirth, origin: Origin, life: Life, frequency: Frequency): Drop | undefined {
    const use = life.uses.find(({ isAssumed }) => !isAssumed) ?? life.uses[0];
    if (!use) return undefined;
    return {
      birth,
      frame: origin.graph,
      handedOut: origin.handedOut,
      frequency,
      use,
      isHidden: origin.isHidden || life.isHidden,
      isReused: true,
      isBounded: hasTimeout(origin.settings),
      isChanged: origin.isChanged,
      isReplaced: true,
      isKeptElsewhere: true,
    };
  }
}

/** What closes idle connections may well do so to those of the transport that is there already. */
function emptiesPools({ declaration: { file, start, end } }: FunctionGraph): boolean {
  return file.text.slice(start, end).includes('CloseIdleConnections');
}

/** Where a function stores the transport in a field of what it does not make itself, or in a package variable. */
function placesIn(root: FunctionGraph, { carried }: Life): Place[] {
  return operationsOf(root).flatMap(({ graph, block, operation }): Place[] => {
    if (operation.op === 'set global')
      return isPlain(carried.get(operation.source)) ? [{ graph, block, object: undefined }] : [];
    if (operation.op !== 'set field' || !isPlain(carried.get(operation.source))) return [];
    const anchor = anchorOf(operation.base);
    if (anchor?.definitions.some(({ op }) => op === 'global') && anchor.kind !== 'parameter')
      return [{ graph, block, object: undefined }];
    return anchor?.kind === 'parameter' ? [{ graph, block, object: operation.base }] : [];
  });
}

function placesOf({ graph, block, stored }: Origin): Place[] {
  return [...stored.keys()].map((object) => {
    const anchor = anchorOf(object);
    const isKept = anchor?.kind !== 'parameter' && anchor?.definitions.some(({ op }) => op === 'global');
    return { graph, block, object: isKept ? undefined : object };
  });
}

/** The transport, or a client with it: what is added to a list takes no place. */
function isPlain(shape: Shape | undefined): boolean {
  if (shape?.kind === 'transport') return true;
  return shape?.kind === 'holder' && [...shape.fields.values()].every(isPlain);
}

/** The variable from which fields lead to an object: a parameter, one that is made or loaded here; undefined for elements. */
function anchorOf(object: Variable): Variable | undefined {
  let variable = sourceOf(object);
  for (let steps = 0; steps < FIELDS; steps++) {
    if (variable.kind === 'parameter') return variable;
    const [definition, ...others] = variable.definitions;
    if (!definition || others.length > 0) return undefined;
    if (definition.op !== 'field')
      return definition.op === 'range' || definition.op === 'element' ? undefined : variable;
    variable = sourceOf(definition.base);
  }
  return undefined;
}
