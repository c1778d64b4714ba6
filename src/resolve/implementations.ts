import type { Declaration } from './declaration.ts';
import type { Package, Program } from './package.ts';
import type { Type } from './type.ts';

interface Candidates {
  /** How many of the program's loaded packages have been searched. */
  searched: number;
  readonly methods: Declaration[];
}

interface Answer {
  readonly searched: number;
  readonly declarations: readonly Declaration[];
}

/** Finds the methods that a call through an interface may reach. */
export class ImplementationIndex {
  readonly #program: Program;
  readonly #implements: (method: Declaration, interfaceType: Type) => boolean;
  readonly #outsideTests = new Map<string, Candidates>();
  readonly #inTests = new Map<string, Candidates>();
  readonly #answers = new WeakMap<Type, Map<string, Answer>>();

  /** `implementsInterface` says whether the receiver type of a method implements an interface. */
  constructor(program: Program, implementsInterface: (method: Declaration, interfaceType: Type) => boolean) {
    this.#program = program;
    this.#implements = implementsInterface;
  }

  /**
   * The methods of that name with a body whose receiver type implements the interface, from the packages to audit and
   * those loaded since. Methods in test files are given only when there are no others.
   */
  find(interfaceType: Type, methodName: string): readonly Declaration[] {
    // What implements an interface of a dependency may well stand in that dependency, which is not searched.
    if (interfaceType.kind === 'named' && interfaceType.declaration?.package.isDependency) return [];
    let answers = this.#answers.get(interfaceType);
    if (answers === undefined) this.#answers.set(interfaceType, (answers = new Map()));
    const searched = this.#program.loaded().length;
    const known = answers.get(methodName);
    if (known?.searched === searched) return known.declarations;
    const found = (inTests: boolean) =>
      this.#methodsNamed(methodName, inTests).filter(
        (method) => this.#implements(method, interfaceType) && method.hasBody,
      );
    const outsideTests = found(false);
    const declarations = outsideTests.length > 0 ? outsideTests : found(true);
    answers.set(methodName, { searched, declarations });
    return declarations;
  }

  /** The methods of that name in the test files, or in the others, of what is loaded by now. */
  #methodsNamed(name: string, inTests: boolean): readonly Declaration[] {
    const known = inTests ? this.#inTests : this.#outsideTests;
    const loaded = this.#program.loaded();
    const candidates = known.get(name) ?? { searched: 0, methods: [] };
    known.set(name, candidates);
    for (const each of loaded.slice(candidates.searched))
      candidates.methods.push(...methodsNamed(each, name, inTests));
    candidates.searched = loaded.length;
    return candidates.methods;
  }
}

/** Only files that contain the head of such a method as gofmt writes it are outlined. */
function methodsNamed(owner: Package, methodName: string, inTests: boolean): readonly Declaration[] {
  if (owner.isModel) return [];
  const head = `) ${methodName}(`;
  return owner.files
    .filter((file) => file.isTest === inTests && file.bytes.includes(head))
    .flatMap((file) => owner.declarationsOf(file))
    .filter((declaration) => declaration.kind === 'method' && declaration.name === methodName);
}
