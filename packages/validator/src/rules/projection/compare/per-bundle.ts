import type { BundleContext } from "../../../engine/context.ts";

/** Makes something once for each bundle, when it is first asked for; rules of one bundle share it. */
export function perBundle<Some>(make: (ctx: BundleContext) => Some): (ctx: BundleContext) => Some {
  const made = new WeakMap<BundleContext, { readonly value: Some }>();
  return (ctx) => {
    let known = made.get(ctx);
    if (known === undefined) {
      known = { value: make(ctx) };
      made.set(ctx, known);
    }
    return known.value;
  };
}
