import { loadUserModel, type UserModel } from '../models/user-model.ts';
import type { Problem, Project } from '../project/source-file.ts';
import { UsageError } from './errors.ts';

/** The models that `--model` names, and what is wrong with them. */
export interface Models {
  readonly models: readonly UserModel[];
  readonly problems: readonly Problem[];
}

/** Reads models; each import path may be modelled once. Paths are absolute. */
export function readModels(paths: readonly string[], workingDirectory: string): Models {
  const models: UserModel[] = [];
  const problems: Problem[] = [];
  const fail = (message: string) => problems.push({ severity: 'error', message });
  for (const path of paths) {
    const loaded = loadUserModel(path, workingDirectory);
    if ('errors' in loaded) {
      for (const message of loaded.errors) fail(message);
      continue;
    }
    const other = models.find(({ importPath }) => importPath === loaded.importPath);
    if (other === undefined) models.push(loaded);
    else if (other.file.path !== path)
      fail(`${loaded.file.displayPath}: ${other.file.displayPath} is a model of ${loaded.importPath} too`);
  }
  return { models, problems };
}

/** What is at hand is audited as it stands: a model of it would say nothing, or contradict it. */
export function refuseModelsOfSource(models: readonly UserModel[], project: Project): void {
  const useless = models.find(({ importPath }) => project.find(importPath) !== undefined);
  if (useless === undefined) return;
  const { importPath, file } = useless;
  throw new UsageError(
    `--model ${file.displayPath}: the source of ${importPath} is in a module at hand, so a model of it is not used`,
  );
}
