import "./styles/tokens.css";
import "./styles/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./shell/app.tsx";
import { Controller } from "./state/controller.ts";
import { Store, StoreContext } from "./state/store.ts";
// After the styles of all components, which it stands in for.
import "./styles/forced-colors.css";

const store = new Store();
const controller = new Controller(store);
const root = document.querySelector("#app");
if (root !== null) {
  createRoot(root).render(
    <StoreContext value={store}>
      <App controller={controller} />
    </StoreContext>,
  );
  void controller.start();
}
