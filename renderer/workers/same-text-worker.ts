import { serve } from './rpc.ts';
import { sameTextApi } from './same-text-api.ts';

serve(self, sameTextApi);
