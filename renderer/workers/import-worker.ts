import { importApi } from './import-api.ts';
import { serve } from './rpc.ts';

serve(self, importApi);
