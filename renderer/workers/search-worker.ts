import { serve } from './rpc.ts';
import { searchApi } from './search-api.ts';

serve(self, searchApi);
