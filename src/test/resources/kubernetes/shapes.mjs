// Writes shapes.json, the shapes of the resource types that deployment/ uses, from the type declarations of the npm
// packages kubernetes-models, @kubernetes-models/cert-manager, /prometheus-operator and /gateway-api (MIT; made from the
// API definitions of those projects, Apache-2.0). Run it where they are installed, after a new kind came into
// deployment/:  node shapes.mjs FOLDER/node_modules > shapes.json
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const modules = resolve(process.argv[2]);
const core = "kubernetes-models/", own = "@kubernetes-models/";
const kinds = {
  [core]: ["v1/Namespace", "v1/ServiceAccount", "v1/ConfigMap", "v1/Secret", "v1/Service", "apps/v1/Deployment",
    "apps/v1/StatefulSet", "batch/v1/Job", "policy/v1/PodDisruptionBudget", "networking.k8s.io/v1/NetworkPolicy",
    "autoscaling/v2/HorizontalPodAutoscaler"],
  [own + "cert-manager/"]: ["cert-manager.io/v1/Certificate", "cert-manager.io/v1/Issuer"],
  [own + "prometheus-operator/"]: ["monitoring.coreos.com/v1/ServiceMonitor", "monitoring.coreos.com/v1/PrometheusRule"],
  [own + "gateway-api/"]: ["gateway.networking.k8s.io/v1/Gateway", "gateway.networking.k8s.io/v1/TLSRoute"],
};
const shapes = {};

// A declaration file: its imports and its interfaces (name → body without comments).
function read(file) {
  const text = readFileSync(file, "utf8").replace(/\/\*[^]*?\*\//g, "");
  const imports = {};
  for (const [, names, from] of text.matchAll(/import (?:type )?\{([^}]*)\} from "([^"]+)"/g)) {
    names.split(",").forEach((name) => (imports[name.trim()] = from));
  }
  return { text, imports };
}

function fileOf(from, importer) {
  const base = from.startsWith(".") ? resolve(dirname(importer), from) : join(modules, from);
  const bare = base.replace(/\.js$/, "");
  if (existsSync(bare + ".d.ts")) return bare + ".d.ts";
  if (existsSync(bare) && statSync(bare).isDirectory()) return join(bare, "index.d.ts");
  throw new Error("no declaration: " + from + " of " + importer);
}

// Where a name is declared: here, or behind the import; exports rename ("IX as ILongX").
function declared(name, file) {
  const { text, imports } = read(file);
  const alias = text.match(new RegExp("\\b(\\w+) as " + name + "\\b"));
  const local = alias ? alias[1] : name;
  if (new RegExp("\\b(interface|type) " + local + "\\b").test(text)) return [local, file];
  if (imports[name]) return declared(name, fileOf(imports[name], file));
  throw new Error(name + " is not in " + file);
}

function type(name, file) {
  const [local, where] = declared(name, file);
  const id = where.slice(modules.length + 1).replace(/\.d\.ts$/, "") + (where.endsWith("/" + local.slice(1) + ".d.ts") ? "" : "#" + local);
  if (!(id in shapes)) {
    shapes[id] = null;
    const { text } = read(where);
    const start = text.search(new RegExp("\\b(interface|type) " + local + "\\b"));
    const rest = text.slice(start);
    const alias = rest.match(/^type \w+ = ([^]*?);\n/);
    shapes[id] = alias ? new Reader(alias[1], where).union() : new Reader(rest.slice(rest.indexOf("{")), where).union();
    for (const parent of parents(rest)) {
      const inherited = shapes[type(parent, where)];
      if (inherited?.object && shapes[id].object) Object.assign(shapes[id].object, { ...inherited.object, ...shapes[id].object });
    }
  }
  return id;
}

// What an interface extends; TypeMeta has nothing that its heirs do not name themselves.
function parents(text) {
  const found = text.match(/^interface \w+ extends ([\w, ]+?) \{/);
  return found ? found[1].split(/, */).filter((name) => name !== "TypeMeta") : [];
}

// Reads one type expression. Texts of the result: string, number, boolean, any, "=literal", "@shape".
class Reader {
  constructor(text, file) { this.text = text; this.file = file; this.at = 0; }
  eat(pattern) {
    const sticky = new RegExp("\\s*(?:" + pattern + ")", "y");
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found;
  }
  union() {
    this.eat("\\|");
    const parts = [this.one()];
    while (this.eat("\\|")) parts.push(this.one());
    return parts.length === 1 ? parts[0] : { any: parts };
  }
  one() {
    let result;
    if (this.eat("\\{")) result = this.object();
    else if (this.eat("Array<")) { result = { list: this.union() }; this.eat(">"); }
    else if (this.eat("\\(")) { result = this.union(); this.eat("\\)"); }
    else {
      const literal = this.eat('"([^"]*)"');
      const word = literal ? null : this.eat("([\\w.]+)(\\[\"[^\"]*\"\\])?");
      if (literal) result = "=" + literal[1];
      else if (!word) throw new Error("not understood in " + this.file + ": " + this.text.slice(this.at, this.at + 60));
      else if (["string", "number", "boolean", "null"].includes(word[1])) result = word[1];
      else if (["unknown", "any", "never", "object"].includes(word[1])) result = "any";
      else if (/^\d+$/.test(word[1])) result = "number";
      else result = "@" + type(word[1], this.file);
    }
    while (this.eat("\\[\\]")) result = { list: result };
    return this.eat("&") ? (this.one(), "any") : result;
  }
  object() {
    const members = {};
    let values = null;
    while (!this.eat("\\}")) {
      const index = this.eat("\\[\\w+: string\\]:");
      const name = index ? null : this.eat('"?([\\w$-]+)"?(\\?)?:');
      if (!index && !name) throw new Error("no member in " + this.file + ": " + this.text.slice(this.at, this.at + 60));
      const shape = this.union();
      this.eat("[;,]");
      if (index) values = shape;
      else members[name[1] + (name[2] ? "" : "!")] = shape;
    }
    return values === null ? { object: members } : Object.keys(members).length === 0 ? { map: values } : "any";
  }
}

const roots = {};
for (const [prefix, names] of Object.entries(kinds)) {
  for (const kind of names) {
    roots[kind] = type("I" + kind.split("/").pop(), join(modules, prefix + kind + ".d.ts"));
  }
}
// What the cluster says of a resource is written by nobody; leaving it out leaves half of the shapes out.
for (const kind of Object.values(roots)) delete shapes[kind].object["status"];
const used = new Set();
(function visit(shape) {
  if (typeof shape === "string" && shape.startsWith("@") && !used.has(shape.slice(1))) {
    used.add(shape.slice(1));
    visit(shapes[shape.slice(1)]);
  } else if (shape && typeof shape === "object") Object.values(shape).forEach(visit);
})(Object.values(roots).map((id) => "@" + id));
const numbers = Object.fromEntries([...used].sort().map((id, index) => [id, index]));
const short = (shape) => typeof shape === "string" ? (shape.startsWith("@") ? "@" + numbers[shape.slice(1)] : shape)
  : Array.isArray(shape) ? shape.map(short)
  : Object.fromEntries(Object.entries(shape).map(([key, value]) => [key, short(value)]));
const lines = Object.keys(numbers).map((id) => JSON.stringify(short(shapes[id])));
console.log('{"kinds":{\n' + Object.keys(roots).map((kind) => `${JSON.stringify(kind)}:${numbers[roots[kind]]}`).join(",\n")
  + '},\n"shapes":[\n' + lines.join(",\n") + "\n]}");
