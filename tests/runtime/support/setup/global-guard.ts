import type { CanActivate, INestApplication } from '@nestjs/common';

const denyAll: CanActivate = { canActivate: () => false };

export function configure(app: INestApplication): void {
  app.useGlobalGuards(denyAll);
}
