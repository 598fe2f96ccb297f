import { defineConfig } from 'prisma/config';

// `prisma generate` wants to download an engine that it does not use: any existing file will do.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
