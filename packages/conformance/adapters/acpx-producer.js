#!/usr/bin/env node
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("../dist/adapters/acpx-producer.js");
