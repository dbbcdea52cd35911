import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';

interface TwinProps {
  title: string;
  picture: ReactNode;
  table: ReactNode;
}

/** A picture and its twin as a table: whoever cannot read the one reads the other. */
export function Twin({ title, picture, table }: TwinProps): ReactElement {
  const { t } = useTranslation('atlas');
  const [asTable, setAsTable] = useState(false);
  return (
    <Card
      title={title}
      aside={
        <Button look="link" size="dense" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'asPicture' : 'asTable')}
        </Button>
      }
    >
      {asTable ? table : picture}
    </Card>
  );
}
