import { indexWorkerApi } from './index-api.ts';
import { serve } from './rpc.ts';

serve(self, indexWorkerApi);
