import type { Call, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { originsOf } from '../callgraph/shared-value.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';
import { constantOf } from '../flow/state/constant.ts';
import { isNamed, isRequest } from '../flow/request/http.ts';
import type { SharedContext } from './fixed-value.ts';
import { FixedValues, hasConstantIndex } from './fixed-value.ts';
import { tellingOf } from './telling.ts';
import { isOpen, PREFIX_KEEPING, schemeOfStored } from './url-scheme.ts';
import type { Piece } from './url-pieces.ts';
import { endsHost, isBeginning, isWholeHost, originOf, piecesOf, schemeOf } from './url-pieces.ts';

/** Definitions are followed this far back. */
const DEPTH = 16;

/** The position of the URL among the arguments of the functions of net/http that take one. */
const URL_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['Get', 0],
  ['Post', 0],
  ['PostForm', 0],
  ['NewRequest', 1],
  ['NewSingleHostReverseProxy', 0],
  ['NewRequestWithContext', 2],
]);

/** Methods of url.URL that keep its host, whatever they are given. */
const HOST_KEEPING: ReadonlySet<string> = new Set(['String', 'JoinPath']);

/** What is known of the host that all goroutines ask. */
export interface Host {
  /** The scheme of its URLs; undefined when it is not known, or not one. */
  readonly scheme: 'http' | 'https' | undefined;
}

/** The host that all goroutines send a request to; undefined unless it is the same for all. */
export function hostOf(
  typing: Typing,
  stored: StoredValues,
  request: Call,
  context: SharedContext,
): Host | undefined {
  const check = new HostCheck(typing, stored, context);
  if (!check.ofRequest(request)) return undefined;
  const { schemes } = check;
  // Where a default has TLS, what replaces it mostly has.
  if (schemes.has('https') && !schemes.has('http')) return { scheme: 'https' };
  return { scheme: schemes.size === 1 && schemes.has('http') ? 'http' : undefined };
}

class HostCheck {
  readonly schemes = new Set<'http' | 'https' | 'unknown'>();
  private readonly typing: Typing;
  private readonly stored: StoredValues;
  private readonly context: SharedContext;
  private readonly values: FixedValues;
  /** All that has been asked must hold: what was asked before need not be asked again. */
  private readonly asked = new Set<Variable>();

  constructor(typing: Typing, stored: StoredValues, context: SharedContext) {
    this.typing = typing;
    this.stored = stored;
    this.context = context;
    this.values = new FixedValues(typing, context);
  }

  ofRequest(call: Call): boolean {
    const { callee } = call;
    const { bindings } = this.context;
    const name = callee.kind === 'static' || callee.kind === 'method' ? callee.name : '';
    const index = URL_ARGUMENTS.get(name);
    const url = index === undefined ? undefined : call.arguments[index];
    if (url) return this.isUrl(url, bindings, 0);
    const [request] = call.arguments;
    return request !== undefined && this.isRequestToHost(request, bindings, 0);
  }

  /** Follows a request back to the call that made it, or to what was set in it. */
  private isRequestToHost(request: Variable, bindings: Bindings, depth: number): boolean {
    const variable = bound(bindings, request);
    if (depth > DEPTH || this.asked.has(variable)) return depth <= DEPTH;
    this.asked.add(variable);
    const rewritten = this.rewrittenHosts(variable);
    if (rewritten.length > 0) return rewritten.every((each) => each(bindings, depth + 1));
    if (variable.kind === 'parameter') return this.values.isOuterParameter(variable) && this.isOld(variable);
    const definitions = tellingOf(this.typing, variable);
    return (
      definitions.length > 0 &&
      definitions.every(
        (each) => this.isRequestBy(variable, each, bindings, depth + 1) || this.isOldRequest(variable, each),
      )
    );
  }

  /** A request that was made before the goroutines are started: each of them sends it, or a copy of it. */
  private isOldRequest(variable: Variable, definition: Operation): boolean {
    const isOld = this.values.isBefore(variable, definition) || definition.op === 'field';
    return isOld && this.values.isFixed(variable) && this.isOld(variable);
  }

  private isRequestBy(variable: Variable, definition: Operation, bindings: Bindings, depth: number): boolean {
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.isRequestToHost(definition.source, bindings, depth);
      case 'composite': {
        const url = definition.elements.find(({ field }) => field === 'URL');
        return url !== undefined && this.isUrl(url.value, bindings, depth);
      }
      case 'call':
        return this.isRequestByCall(variable, definition, bindings, depth);
      default:
        return false;
    }
  }

  private isRequestByCall(variable: Variable, call: Call, bindings: Bindings, depth: number): boolean {
    const { callee } = call;
    if (callee.kind === 'static' && callee.package === 'net/http') {
      const index = URL_ARGUMENTS.get(callee.name);
      const url = index === undefined ? undefined : call.arguments[index];
      return url !== undefined && this.isUrl(url, bindings, depth);
    }
    const isCopy = callee.kind === 'method' && (callee.name === 'WithContext' || callee.name === 'Clone');
    if (isCopy) return this.isRequestToHost(callee.receiver, bindings, depth);
    const inner = this.values.resultsOf(call, variable, bindings);
    return inner.length > 0 && inner.every((each) => this.isRequestToHost(each.result, each.bindings, depth));
  }

  /** Checks of what the function around sets in a request's URL, or for its URL. */
  private rewrittenHosts(request: Variable): ((bindings: Bindings, depth: number) => boolean)[] {
    const source = sourceOf(request);
    return operationsOf(outermost(request.function)).flatMap(({ operation }) => {
      if (operation.op !== 'set field') return [];
      const { base, field, source: value } = operation;
      if (field === 'URL' && isRequest(this.typing.typeOf(base)) && sourceOf(base) === source)
        return [(bindings: Bindings, depth: number) => this.isUrl(value, bindings, depth)];
      const made = base.definitions.length === 1 ? base.definitions[0] : undefined;
      const isOwnUrl = made?.op === 'field' && made.field === 'URL' && sourceOf(made.base) === source;
      if (field !== 'Host' || !isOwnUrl) return [];
      this.schemes.add('unknown');
      return [(bindings: Bindings, depth: number) => this.values.isFixed(value, bindings, depth)];
    });
  }

  /** True when the beginning of a URL, up to the host at least, is the same in all goroutines. */
  private isUrl(value: Variable, bindings: Bindings, depth: number): boolean {
    const variable = bound(bindings, value);
    if (depth > DEPTH || this.asked.has(variable)) return depth <= DEPTH;
    this.asked.add(variable);
    const constant = constantOf(this.typing, variable);
    if (constant) return constant.kind === 'string' && this.isUrlText(constant.value);
    if (!this.keepsHost(variable, bindings, depth)) return false;
    if (variable.kind === 'parameter') return this.isOld(variable) && this.values.isOuterParameter(variable);
    const definitions = tellingOf(this.typing, variable);
    return (
      definitions.length > 0 && definitions.every((each) => this.isUrlBy(variable, each, bindings, depth + 1))
    );
  }

  private isUrlText(text: string): boolean {
    if (originOf(text) === undefined) return false;
    this.schemes.add(schemeOf(text) ?? 'unknown');
    return true;
  }

  /** Notes the scheme of a URL that is known to be the same; what it is may be told by what is stored in it. */
  private isOld(variable: Variable): boolean {
    this.schemes.add(schemeOfStored(this.typing, this.stored, variable) ?? 'unknown');
    return true;
  }

  private isUrlBy(variable: Variable, definition: Operation, bindings: Bindings, depth: number): boolean {
    if (this.values.isBefore(variable, definition)) return this.isOld(variable);
    const pieces = piecesOf(this.typing, definition, (each) => bound(bindings, each));
    if (pieces) return this.arePieces(pieces, bindings, depth);
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.isUrl(definition.source, bindings, depth);
      case 'field':
        return this.values.isFixed(definition.base, bindings, depth) && this.isOld(variable);
      case 'element': {
        const { base } = definition;
        return (
          hasConstantIndex(variable, definition) &&
          this.values.isFixed(base, bindings, depth) &&
          this.isOld(variable)
        );
      }
      case 'global':
        return this.isOld(variable);
      case 'range':
        return definition.value === variable && this.areOneHost(definition.source);
      case 'composite':
        return this.isUrlLiteral(variable, definition, bindings, depth);
      case 'combine':
        return (
          isBeginning(variable, definition) && this.isUrl(definition.operands[0] as Variable, bindings, depth)
        );
      case 'call':
        return this.isUrlCall(variable, definition, bindings, depth);
      default:
        return false;
    }
  }

  /** The elements of a literal are URLs of one host. */
  private areOneHost(list: Variable): boolean {
    const [literal, ...others] = originsOf(this.typing, this.stored, sourceOf(list)) ?? [];
    if (others.length > 0 || isOpen(list)) return false;
    const definition = literal?.definitions.length === 1 ? literal.definitions[0] : undefined;
    if (definition?.op !== 'composite' || definition.elements.length === 0) return false;
    const texts = definition.elements.map(({ value }) => constantOf(this.typing, value));
    const origins = new Set(
      texts.map((each) => (each?.kind === 'string' ? originOf(each.value) : undefined)),
    );
    const [origin] = origins;
    return origins.size === 1 && origin !== undefined && this.isUrlText(origin);
  }

  /** `url.URL{Scheme: "http", Host: host}` */
  private isUrlLiteral(
    variable: Variable,
    { elements }: Operation & { op: 'composite' },
    bindings: Bindings,
    depth: number,
  ): boolean {
    if (!isNamed(this.typing.typeOf(variable), 'net/url', 'URL')) return false;
    const host = elements.find(({ field }) => field === 'Host')?.value;
    if (!host || !this.values.isFixed(host, bindings, depth)) return false;
    const scheme = elements.find(({ field }) => field === 'Scheme')?.value;
    const constant = scheme && constantOf(this.typing, scheme);
    this.schemes.add((constant?.kind === 'string' && schemeOf(`${constant.value}://`)) || 'unknown');
    return true;
  }

  private isUrlCall(variable: Variable, call: Call, bindings: Bindings, depth: number): boolean {
    const { callee } = call;
    if (callee.kind === 'static') {
      const index = PREFIX_KEEPING.get(`${callee.package}.${callee.name}`);
      const first = index === undefined ? undefined : call.arguments[index];
      if (first) return this.isUrl(first, bindings, depth);
      const isEnvironment = callee.package === 'os' && callee.name === 'Getenv';
      if (isEnvironment) return this.values.isFixed(variable, bindings, depth) && this.isOld(variable);
    }
    if (callee.kind === 'method' && isNamed(this.typing.typeOf(callee.receiver), 'net/url', 'URL')) {
      const isKept =
        HOST_KEEPING.has(callee.name) || call.arguments.every((each) => this.isRelative(each, bindings));
      return isKept && this.isUrl(callee.receiver, bindings, depth);
    }
    const inner = this.values.resultsOf(call, variable, bindings);
    return inner.length > 0 && inner.every((each) => this.isUrl(each.result, each.bindings, depth));
  }

  /** A reference without a host: ResolveReference and Parse keep the host of their receiver. */
  private isRelative(reference: Variable, bindings: Bindings): boolean {
    const variable = sourceOf(bound(bindings, reference));
    const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
    if (definition?.op === 'composite')
      return !definition.elements.some(({ field }) => field === undefined || field === 'Host');
    const text = definition?.op === 'call' ? definition.arguments[0] : variable;
    const constant = text && constantOf(this.typing, text);
    if (constant?.kind === 'string') return originOf(constant.value) === undefined;
    const made = text?.definitions.length === 1 ? text.definitions[0] : undefined;
    const [first] = (made && piecesOf(this.typing, made, (each) => bound(bindings, each))) ?? [];
    return first?.kind === 'text' && /^\.?\/(?!\/)/.test(first.text);
  }

  /** The parts of a URL that come before its path are the same. */
  private arePieces(pieces: readonly Piece[], bindings: Bindings, depth: number): boolean {
    let text = '';
    for (const [index, piece] of pieces.entries()) {
      const next = pieces[index + 1];
      if (piece.kind === 'text') {
        text += piece.text;
        if (endsHost(text)) break;
        continue;
      }
      if (text === '' && !(next?.kind === 'text' && next.text.startsWith('://'))) {
        const goesOn = next?.kind === 'text' && /^[.:]/.test(next.text);
        if (!this.isUrl(piece.of, bindings, depth)) return false;
        if (!goesOn) return true;
        text = 'base://host';
      } else {
        const isPath = isWholeHost(text) && !(next?.kind === 'text' && /^[.:]/.test(next.text));
        if (isPath) break;
        if (!this.values.isFixed(piece.of, bindings, depth)) return false;
        text += text === '' ? 'scheme' : 'x';
      }
    }
    return text.startsWith('base://') || this.isUrlText(text);
  }

  /** False when something sets another host in a URL. */
  private keepsHost(variable: Variable, bindings: Bindings, depth: number): boolean {
    if (!isNamed(this.typing.typeOf(variable), 'net/url', 'URL')) return true;
    const source = sourceOf(variable);
    return operationsOf(outermost(variable.function)).every(({ operation }) => {
      if (operation.op !== 'set field' || operation.field !== 'Host') return true;
      return sourceOf(operation.base) !== source || this.values.isFixed(operation.source, bindings, depth);
    });
  }
}
