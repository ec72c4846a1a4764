import { mentionsApi } from './mentions-api.ts';
import { serve } from './rpc.ts';

serve(self, mentionsApi);
