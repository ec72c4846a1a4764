import { compareApi } from './compare-api.ts';
import { serve } from './rpc.ts';

serve(self, compareApi);
